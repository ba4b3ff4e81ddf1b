package org.xiangmuzhang.catalog.domain;

import org.jmolecules.ddd.annotation.ValueObject;

import java.util.List;

/**
 * A package 一件事 that a place has published.
 *
 * @param kind such as ONE_MATTER, MERGED_APPROVAL, CERT_BUNDLE, EVALUATION_BUNDLE
 * @param place where it was published
 * @param effect what the place says it brought
 */
@ValueObject
public record Bundle(
        String code,
        String nameZh,
        String nameEn,
        String kind,
        String place,
        List<String> items,
        String handling,
        String effect) {

    public Bundle {
        items = List.copyOf(items);
    }
}
