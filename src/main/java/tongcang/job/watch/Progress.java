package tongcang.job.watch;

/** Hears how a run gets on. It is called from the run's own threads, never from two at once, and must be quick. */
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = new Progress() {};

    /** A step of the job begins; its name is that of the job's definition, such as {@code extract}. */
    default void step(String name) {}

    /**
     * A submission was read.
     *
     * @param done submissions of this run that are read
     * @param all submissions of this run
     * @param figures numbers found in those that are read
     */
    default void read(int done, int all, long figures) {}

    /** Something that is to be known before the run is over, a line in Chinese. */
    default void told(String line) {}

    /** The run is over, however it ended. */
    default void ended() {}
}
