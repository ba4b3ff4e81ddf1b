package org.xiangmuzhang.intake.port.in;

import org.xiangmuzhang.intake.api.ApplicationView;

import java.util.List;

/**
 * An application in a list, with the names that belong to its ids and codes.
 *
 * @param itemNames Chinese names in the order of its items, as in the versions accepted
 */
public record ApplicationLine(
        ApplicationView application,
        String enterpriseName,
        List<String> itemNames,
        List<String> itemNamesEn) {}
