package tongcang.job.check;

import tongcang.warehouse.release.Contents;
import tongcang.warehouse.release.Manifest;

/** A release would hold less than the one before it, and nobody said that this is meant. */
public final class ShrinkingReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShrinkingReleaseException(Manifest before, Contents now) {
        super("发布版将少于上一个（" + before.release() + "）：报送件 " + before.submissions() + " → " + now.submissions() + "，数值 "
                + before.figures() + " → " + now.figures()
                + "；没有发布。查明原因后若确应如此，加 --admit-fewer \"原因\" 再运行一次，原因记入台账");
    }
}
