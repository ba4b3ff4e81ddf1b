package org.xiangmuzhang.catalog.domain.guidance;

import java.util.List;

/** A guide that may not be published, with every gap that was found. */
public final class GuideRefused extends RuntimeException {

    private final transient List<Gap> gaps;

    public GuideRefused(List<Gap> gaps) {
        super(gaps.size() + " gaps, the first: " + gaps.getFirst());
        this.gaps = List.copyOf(gaps);
    }

    public List<Gap> gaps() {
        return gaps;
    }
}
