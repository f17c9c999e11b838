/**
 * From a file of government prose to its figures, through rooms that stand in a row: {@code document} (file to text),
 * {@code text} (paragraphs, sentences, clauses), {@code numeral} (numbers with units), {@code label}, {@code scope} and
 * {@code time} (what is measured, where, when), {@code meaning} (figures). Entry point: {@link tongcang.report.ReportReader}.
 *
 * <p>Tables that lie flattened in a text are found by their lines ({@code LineTables}) and read as a workbook's are, by the
 * {@link tongcang.report.TableReading} that is handed in: a table means the same wherever it stands, and so that no stage knows
 * another, the commands and the job join the two. What the table leaves unsaid, time and place, the text says.
 *
 * <p>Where a word is handled:
 *
 * <ul>
 *   <li>近, 超, 不低于, 以上, 左右, 余, 多: {@code Qualifiers}
 *   <li>第3位, 第一: {@code RankWords}; 4—5个, 2.9∶1: {@code RangesAndRatios}; shared units: {@code SharedUnits}; 7·20, 3.0版, “633”,
 *       dates: {@code NamesAndDates}
 *   <li>分别, 、 and 和 between subjects, 城乡: {@code CoordinatedSubjects}
 *   <li>增长, 提高, 新增, 占: {@code Measures}
 *   <li>过去五年, 今年, 主要预期目标: {@code ReportParts}; 2016年, 由…到, 是2016年的: {@code NamedYears}; 累计, 年均: {@code FigureTimes};
 *       预计, 初步核算: {@code StatusWords}
 *   <li>what is measured: {@code NounBefore} and {@code NounBehind} the number, carried over by {@code Labels}, said as a table would by
 *       {@code RowLabels}
 * </ul>
 *
 * <p>The words themselves are lists in {@code words.txt}; each phenomenon has its cases in {@code phrases.tsv} of the tests, so that
 * a wrong reading is mended by a case first and then by a word or a rule.
 */
@NullMarked
package tongcang.report;

import org.jspecify.annotations.NullMarked;
