package tongcang.receipt;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import tongcang.Receipt;
import tongcang.Severity;

/** Writes one workbook a department into a folder; it holds the receipts of the last run and no others. */
public final class ReceiptWriter {
    private final Path folder;

    /** Writes into {@code folder}, which is made if it is missing. */
    public ReceiptWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes all receipts, each whole or not at all, and takes away those of departments that have none now; what else lies in
     * the folder is left alone.
     */
    public void write(List<Receipt> receipts) throws IOException {
        Files.createDirectories(folder);
        Set<String> written = new HashSet<>();
        for (Receipt receipt : receipts) {
            String name = FileNames.of(receipt.department()) + ".xlsx";
            Path unfinished = folder.resolve(name + ".tmp");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                write(receipt, out);
            }
            Files.move(
                    unfinished,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            written.add(name);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path old : files.filter(f -> !written.contains(f.getFileName().toString()))
                    .filter(ReceiptMark::isOn)
                    .toList()) {
                Files.delete(old);
            }
        }
    }

    private static void write(Receipt receipt, OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook()) {
            ReceiptMark.put(book.getXSSFWorkbook(), receipt.department());
            Sheets sheets = new Sheets(book);
            Sheets.Page files = sheets.page(
                    "回执", List.of("文件", "收到日期", "结果", "读取数值", "进入数据仓库", "审核发现"), List.of(60, 12, 10, 10, 14, 10));
            for (Receipt.File f : receipt.files()) {
                files.row(
                        false,
                        f.path(),
                        f.received(),
                        outcome(f.outcome()),
                        f.figures(),
                        f.observations(),
                        f.findings());
            }
            Sheets.Page findings =
                    sheets.page("审核发现", List.of("文件", "位置", "级别", "发现", "应为", "说明"), List.of(50, 16, 8, 24, 24, 80));
            for (Receipt.Found f : receipt.findings()) {
                findings.row(
                        f.severity() == Severity.ERROR,
                        f.path(),
                        f.place(),
                        severity(f.severity()),
                        f.found(),
                        f.expected(),
                        f.message());
            }
            book.write(out);
        }
    }

    private static String outcome(String outcome) {
        return switch (outcome) {
            case "taken" -> "已采用";
            case "refused" -> "退回";
            case "empty" -> "无数据";
            case "set_aside" -> "搁置";
            case "excluded" -> "按裁定剔除";
            case "deferred" -> "暂缓";
            default -> outcome;
        };
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "强制性";
            case WARNING -> "核实性";
            case INFO -> "提示";
        };
    }
}
