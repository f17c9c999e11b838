package tongcang.curation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tongcang.HeldKind;

/** Writes the workbook that asks a person about what is held: a line for each kind of sheet and reason, the heaviest first. */
public final class ReviewSheet {
    private static final String HOW = "请对照原表核对示例。读得对的，在“裁定”中选“" + ReviewHeads.ALL + "”（这类表今后同样的数值也采用）或“"
            + ReviewHeads.ONE + "”，并填裁定人和理由；读得不对的留空，请部门在表中写明后重新报送。白色各列请不要改动。填好后运行 tongcang review apply 本文件";

    private ReviewSheet() {}

    /** Writes the workbook under a temporary name and then renames it: it is there whole or not at all. */
    public static void write(Path file, List<HeldKind> held) throws IOException {
        FormBook.write(
                file,
                List.of(new FormSheet(
                        "待定",
                        HOW,
                        ReviewHeads.TOLD,
                        ReviewHeads.FILLED,
                        Map.of(ReviewHeads.DECISION, List.of(ReviewHeads.ALL, ReviewHeads.ONE)),
                        Set.of("文件", "待定原因", "示例", "另一种读法"),
                        held.stream().map(ReviewSheet::row).toList())));
    }

    private static List<String> row(HeldKind kind) {
        return List.of(
                kind.key(),
                kind.department(),
                kind.path(),
                kind.section(),
                kind.reasons(),
                Long.toString(kind.figures()),
                kind.example(),
                kind.rival(),
                kind.figure());
    }
}
