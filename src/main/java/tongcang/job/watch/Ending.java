package tongcang.job.watch;

/** How a run ended. */
public enum Ending {
    /** A new release is current. */
    RELEASED,
    /** All submissions, codelists and code are those of the current release. */
    NOTHING_NEW,
    /** Another run holds the lock. */
    LOCKED,
    /** The job was stopped; the next run goes on where it stood. */
    STOPPED,
    /** The job failed; the release before is still current. */
    FAILED
}
