package org.xiangmuzhang.steward.domain.plan;

import org.xiangmuzhang.steward.domain.plan.Network.Link;
import org.xiangmuzhang.steward.domain.plan.Network.Node;

/** Follows every path of a small network; knows nothing of passes and orders. */
final class BruteForce {

    private final Network network;

    BruteForce(Network network) {
        this.network = network;
    }

    /** Working days from the beginning of all to the end of an item, on the longest way. */
    int earliestFinish(String code) {
        int longest = earliestStart(code) + days(code);
        for (Link link : network.links()) {
            if (link.to().equals(code) && link.relaxed()) {
                longest = Math.max(longest, earliestFinish(link.from()));
            }
        }
        return longest;
    }

    int earliestStart(String code) {
        int longest = 0;
        for (Link link : network.links()) {
            if (link.to().equals(code) && !link.relaxed()) {
                longest = Math.max(longest, earliestFinish(link.from()));
            }
        }
        return longest;
    }

    /** Working days from the end of an item to the end of all, on the longest way. */
    int tail(String code) {
        int longest = 0;
        for (Link link : network.links()) {
            if (link.from().equals(code)) {
                int own = link.relaxed() ? 0 : days(link.to());
                longest = Math.max(longest, own + tail(link.to()));
            }
        }
        return longest;
    }

    int length() {
        return network.nodes().stream().mapToInt(n -> earliestFinish(n.code())).max().orElse(0);
    }

    private int days(String code) {
        return network.nodes().stream()
                .filter(node -> node.code().equals(code))
                .mapToInt(Node::days)
                .findFirst()
                .orElseThrow();
    }
}
