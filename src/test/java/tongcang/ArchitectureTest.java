package tongcang;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The sentences of docs/architecture.md, held by a machine. */
@AnalyzeClasses(packages = "tongcang", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Beside {@code WorkbookReader}: what it is told, what it tells, and the texts of files that are no tables. */
    private static final Set<String> WORKBOOK_DOORS = Set.of(
            "tongcang.workbook.file.Scratch",
            "tongcang.workbook.file.WorkbookSettings",
            "tongcang.workbook.file.SheetTexts",
            "tongcang.workbook.form.Forms",
            "tongcang.workbook.page.TableNote");

    @ArchTest
    static final ArchRule the_vocabulary_depends_on_the_jdk_alone = classes()
            .that()
            .resideInAPackage("tongcang")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("tongcang", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule support_knows_the_jdk_alone = classes()
            .that()
            .resideInAPackage("tongcang.support")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("tongcang.support", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule quantity_is_the_floor_and_knows_the_vocabulary_alone = classes()
            .that()
            .resideInAPackage("tongcang.quantity..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("tongcang", "tongcang.quantity..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule relation_is_a_floor_without_words_and_knows_the_vocabulary_alone = classes()
            .that()
            .resideInAPackage("tongcang.relation..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("tongcang", "tongcang.relation..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule there_are_no_circles =
            slices().matching("tongcang.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_stage_knows_another = slices().matching("tongcang.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(in("job", "cli"), any())
            .ignoreDependency(any(), in("quantity", "relation", "support"));

    @ArchTest
    static final ArchRule the_rooms_of_the_job_stand_in_a_row =
            row("job", "definition", "watch", "intake", "check", "", "schedule");

    @ArchTest
    static final ArchRule the_rooms_of_the_commands_stand_in_a_row = row("cli", "print", "sql", "");

    @ArchTest
    static final ArchRule the_rooms_of_the_warehouse_stand_in_a_row =
            row("warehouse", "database", "parts", "build", "release");

    @ArchTest
    static final ArchRule the_rooms_of_the_report_stand_in_a_row =
            row("report", "document", "text", "numeral", "label", "scope", "time", "meaning", "");

    @ArchTest
    static final ArchRule only_the_door_of_the_report_opens_files = noClasses()
            .that()
            .resideOutsideOfPackages("tongcang.report", "tongcang.report.document")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tongcang.report.document");

    @ArchTest
    static final ArchRule whoever_reads_a_report_goes_through_its_door = noClasses()
            .that()
            .resideOutsideOfPackage("tongcang.report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tongcang.report.*..");

    @ArchTest
    static final ArchRule the_rooms_of_the_workbook_stand_in_a_row =
            row("workbook", "grid", "file", "label", "table", "meaning", "form", "layout", "page", "");

    @ArchTest
    static final ArchRule only_the_file_room_knows_the_formats_of_workbooks = noClasses()
            .that()
            .resideInAPackage("tongcang.workbook..")
            .and()
            .resideOutsideOfPackage("tongcang.workbook.file")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache..", "javax.xml..", "com.fasterxml.aalto..", "org.codehaus..", "de.siegmar..");

    @ArchTest
    static final ArchRule of_a_workbooks_rooms_only_files_and_pages_know_html = noClasses()
            .that()
            .resideInAPackage("tongcang.workbook..")
            .and()
            .resideOutsideOfPackages("tongcang.workbook.file", "tongcang.workbook.page")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsoup..");

    @ArchTest
    static final ArchRule what_a_table_means_has_nothing_to_do_with_its_file = noClasses()
            .that()
            .resideInAnyPackage(
                    "tongcang.workbook.label",
                    "tongcang.workbook.table",
                    "tongcang.workbook.meaning",
                    "tongcang.workbook.form",
                    "tongcang.workbook.layout",
                    "tongcang.workbook.page")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tongcang.workbook.file");

    @ArchTest
    static final ArchRule only_the_forms_of_workbooks_know_yaml = noClasses()
            .that()
            .resideInAPackage("tongcang.workbook..")
            .and()
            .resideOutsideOfPackage("tongcang.workbook.form")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule whoever_reads_a_workbook_goes_through_its_doors = noClasses()
            .that()
            .resideOutsideOfPackage("tongcang.workbook..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are inside the workbook reader",
                    c -> c.getPackageName().startsWith("tongcang.workbook.")
                            && !WORKBOOK_DOORS.contains(c.getName().replaceFirst("\\$.*", ""))));

    @ArchTest
    static final ArchRule nobody_but_the_commands_knows_the_job = noClasses()
            .that()
            .resideOutsideOfPackages("tongcang.job..", "tongcang.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tongcang.job..", "tongcang.cli..");

    @ArchTest
    static final ArchRule only_the_job_knows_spring = library("org.springframework..", "job");

    @ArchTest
    static final ArchRule only_readers_and_what_people_fill_in_know_the_office_formats =
            library("org.apache.poi..", "workbook", "report", "receipt", "curation");

    @ArchTest
    static final ArchRule only_reports_know_pdf = library("org.apache.pdfbox..", "report");

    @ArchTest
    static final ArchRule every_form_of_a_report_has_one_class = noClasses()
            .that()
            .resideInAPackage("tongcang.report..")
            .and()
            .haveNameNotMatching(".*\\.(PdfText|WebPage|WordBinary|WordXml)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..", "org.jsoup..", "javax.xml..", "com.fasterxml..");

    @ArchTest
    static final ArchRule only_the_ledger_knows_parquet = library("org.apache.parquet..", "ledger");

    @ArchTest
    static final ArchRule only_the_ledger_names_hadoop = library("org.apache.hadoop..", "ledger");

    @ArchTest
    static final ArchRule only_the_warehouse_knows_the_database = library("org.duckdb..", "warehouse");

    @ArchTest
    static final ArchRule only_the_warehouse_knows_sql = library("java.sql..", "warehouse");

    @ArchTest
    static final ArchRule only_coding_and_the_workbook_reader_know_csv = library("de.siegmar..", "coding", "workbook");

    @ArchTest
    static final ArchRule only_the_forms_know_the_lines_of_yaml = library("org.snakeyaml..", "workbook");

    @ArchTest
    static final ArchRule only_the_readers_know_html = library("org.jsoup..", "workbook", "report");

    @ArchTest
    static final ArchRule only_the_commands_know_picocli = library("picocli..", "cli");

    @ArchTest
    static final ArchRule only_the_commands_know_the_terminal = library("org.jline..", "cli");

    @ArchTest
    static final ArchRule only_the_commands_draw_progress = library("me.tongfei..", "cli");

    @ArchTest
    static final ArchRule only_the_job_knows_the_meters = library("io.micrometer..", "job");

    @ArchTest
    static final ArchRule only_the_job_sets_up_logging = library("ch.qos.logback..", "job");

    @ArchTest
    static final ArchRule nobody_writes_to_the_standard_streams = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("tongcang.cli.Tongcang")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nobody_throws_a_generic_exception =
            GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static void every_package_is_null_marked(JavaClasses house) {
        assertThat(house)
                .allSatisfy(c -> assertThat(c.getPackage().isAnnotatedWith(NullMarked.class))
                        .as(c.getPackageName())
                        .isTrue());
    }

    @ArchTest
    static void the_rules_see_the_whole_house(JavaClasses house) {
        assertThat(house).hasSizeGreaterThan(80);
    }

    private static ArchRule library(String packages, String... rooms) {
        String[] allowed = Arrays.stream(rooms).map(r -> "tongcang." + r + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    /** In a house of rooms each may open those before it and none behind it; the empty name is the house's own folder. */
    private static ArchRule row(String house, String... rooms) {
        String[] packages = Arrays.stream(rooms)
                .map(room -> "tongcang." + house + (room.isEmpty() ? "" : "." + room + ".."))
                .toArray(String[]::new);
        List<ArchRule> rules = new ArrayList<>();
        for (int i = 0; i + 1 < packages.length; i++) {
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(packages[i])
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Arrays.copyOfRange(packages, i + 1, packages.length)));
        }
        return CompositeArchRule.of(rules);
    }

    private static DescribedPredicate<JavaClass> in(String... rooms) {
        return DescribedPredicate.describe(
                "in " + String.join(", ", rooms),
                c -> Arrays.stream(rooms).anyMatch(r -> (c.getPackageName() + ".").startsWith("tongcang." + r + ".")));
    }

    private static DescribedPredicate<JavaClass> any() {
        return DescribedPredicate.alwaysTrue();
    }
}
