package tongcang.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tongcang.tray.TrayWriter;

/** Many small workbooks of made-up figures, some old ones and some broken ones among them; equal for equal counts. */
final class GeneratedTray {
    private static final List<String> DEPARTMENTS = List.of("财政局", "统计局", "人社局", "工信局", "商务局");
    private static final List<String> COUNTIES = List.of("魏都区", "建安区", "禹州市", "长葛市", "襄城县", "鄢陵县");

    private GeneratedTray() {}

    /** Lays the files {@code first} to {@code last - 1}, as {@code DATE/DEPARTMENT/NAME}. */
    static void write(Path tray, int first, int last) throws IOException {
        for (int i = first; i < last; i++) {
            LocalDate received = LocalDate.of(2023, 1, 5).plusDays(i % 150);
            Path folder = tray.resolve(received.toString()).resolve(DEPARTMENTS.get(i % DEPARTMENTS.size()));
            Files.createDirectories(folder);
            String name = "2022年分县市区生产总值第" + i + (i % 7 == 3 ? "号.xls" : "号.xlsx");
            byte[] broken = ("PK, but no workbook: " + i).getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve(name), i % 40 == 39 ? broken : TrayWriter.bytes(name, form(i)));
        }
    }

    private static List<String> form(int seed) {
        Random random = new Random(seed);
        List<String> lines =
                new ArrayList<>(List.of("#sheet 分县", "2022年各县（市、区）地区生产总值", "单位：亿元", "地区\t地区生产总值\t第一产业\t第二产业\t第三产业"));
        for (String county : COUNTIES) {
            StringBuilder line = new StringBuilder(county);
            for (int column = 0; column < 4; column++) {
                line.append('\t').append(random.nextInt(1, 900)).append('.').append(random.nextInt(1, 10));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
