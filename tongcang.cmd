@echo off
rem Finds Java, builds once if the jar is missing or older than the sources, and starts it.
rem
rem Every night by the task scheduler, as a user who may write the warehouse folder (StartWhenAvailable makes up for a missed night):
rem   schtasks /Create /TN Tongcang /SC DAILY /ST 01:30 /TR "C:\tongcang\tongcang.cmd run nightly --quiet"
rem   powershell -Command "Set-ScheduledTask Tongcang -Settings (New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew)"
setlocal
set "HERE=%~dp0"
set "JAR=%HERE%target\tongcang.jar"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1 || (echo tongcang: no Java found; install a JDK 17 or later, or set JAVA_HOME 1>&2 & exit /b 2)
powershell -NoProfile -Command "$j='%JAR%'; if (-not (Test-Path $j)) { exit 1 }; $t=(Get-Item $j).LastWriteTime; if (Get-ChildItem '%HERE%pom.xml','%HERE%src\main' -Recurse -File | Where-Object { $_.LastWriteTime -gt $t }) { exit 1 }"
if errorlevel 1 (
    echo tongcang: building ^(once^) ... 1>&2
    pushd "%HERE%"
    call mvnw.cmd -q -B -Dquick -Dmaven.test.skip=true package || (popd & exit /b 1)
    popd
)
chcp 65001 >nul
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Djdk.console=java.base -Dtongcang.home="%HERE%." -jar "%JAR%" %*
exit /b %ERRORLEVEL%
