package tongcang.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tongcang.Receipt;
import tongcang.Severity;
import tongcang.coding.Codelists;
import tongcang.job.watch.Deferral;

/** The receipts of a release with what is put off beside it: a department is to hear of its locked file the next day. */
final class ReceiptList {
    private ReceiptList() {}

    static List<Receipt> with(List<Receipt> receipts, List<Deferral> deferred, Codelists codelists) {
        Map<String, Receipt> byName = new TreeMap<>();
        receipts.forEach(r -> byName.put(r.department(), r));
        for (Deferral each : deferred) {
            String name = codelists.departmentName(each.department()).orElse(each.department());
            byName.put(name, with(byName.getOrDefault(name, new Receipt(name, List.of(), List.of())), each));
        }
        return List.copyOf(byName.values());
    }

    private static Receipt with(Receipt receipt, Deferral deferral) {
        List<Receipt.File> files = new ArrayList<>(receipt.files());
        files.add(0, new Receipt.File(deferral.path(), LocalDate.parse(deferral.received()), "deferred", 0, 0, 1));
        List<Receipt.Found> findings = new ArrayList<>(receipt.findings());
        findings.add(0, new Receipt.Found(deferral.path(), Severity.ERROR, "", "", "", deferral.message()));
        return new Receipt(receipt.department(), files, findings);
    }
}
