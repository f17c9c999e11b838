/** What the job does when it is killed, fed rubbish or left without disk, as whole processes show it. */
@NullMarked
package tongcang.fault;

import org.jspecify.annotations.NullMarked;
