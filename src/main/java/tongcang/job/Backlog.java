package tongcang.job;

/**
 * What was read and is not yet written, bounded by its figures: of large files few wait, of small ones many. A file that is
 * next in the list is always let in, so that it goes on.
 */
final class Backlog {
    /** What a figure takes in memory with its words, place and context, in bytes; measured, and rounded up. */
    private static final long FIGURE = 1000;

    /** The share of the heap that may wait; the rest is for reading and writing. */
    private static final long SHARE = 8;

    private final long most;
    private long waiting;
    private int next;

    /** Bounded by the heap that this process may have. */
    Backlog() {
        this(Runtime.getRuntime().maxMemory() / SHARE / FIGURE);
    }

    /** Bounded by a number of figures. */
    Backlog(long most) {
        this.most = most;
    }

    /** Waits until the file of this place in the list may be read. */
    synchronized void enter(int index) throws InterruptedException {
        while (waiting >= most && index != next) {
            wait();
        }
    }

    /** A file was read and waits. */
    synchronized void add(long figures) {
        waiting += figures;
    }

    /** The file of this place is waited for. */
    synchronized void await(int index) {
        next = index;
        notifyAll();
    }

    /** A file that waited was written. */
    synchronized void remove(long figures) {
        waiting -= figures;
        notifyAll();
    }
}
