package org.xiangmuzhang.timers;

/** When recurring work comes next. */
public interface Timetable {

    /**
     * Has work done within seconds instead of at its turn: not at once, but when every node reads
     * what was committed until now. Work that is being done right now is done once more.
     *
     * @param work the name of a {@link RecurringWork}
     */
    void soon(String work);
}
