package tongcang.job.watch;

/** How much a run's log tells. */
public enum LogLevel {
    /** What went wrong. */
    ERROR,
    /** And what was odd. */
    WARN,
    /** And what was done, step by step. */
    INFO,
    /** And every submission with its findings. */
    DEBUG
}
