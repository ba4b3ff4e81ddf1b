package org.xiangmuzhang.catalog.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.domain.own.ImportFault;
import org.xiangmuzhang.catalog.domain.own.ItemImport;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.settings.SettingVersion;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Taking a file of items into a place's own list: read and checked in the background, reported row
 * by row, and published as one by a second editor.
 */
public interface ImportingItems {

    /** The name of the work in the background. */
    String WORK = "catalog.item-imports";

    /** So many lines a file has at most. */
    int MOST_LINES = 500_000;

    /** So many faults are reported of one file at most. */
    int MOST_FAULTS = 10_000;

    /**
     * Begins an import of a file that the actor has uploaded, or that was imported at the place
     * before. Refuses {@code import-file-unknown} and {@code import-file-kind}.
     *
     * @param whole the file is the whole list: what is not in it is withdrawn
     */
    ItemImport begin(Region region, UUID file, boolean dryRun, boolean whole, Actor actor);

    /** An import with what waits for a second editor; refuses {@code import-unknown}. */
    ImportMatter at(UUID id, Actor actor);

    /** Imports at a place and below it, the latest first. */
    List<ItemImport> latest(Region within, @Nullable UUID before, int limit, Actor actor);

    /** The report behind a number. */
    List<ImportFault> report(UUID id, int after, int limit, Actor actor);

    /** Hands a faultless import to a second editor; refuses {@code import-not-ready}. */
    SettingVersion review(UUID id, LocalDate from, String reason, Actor actor);

    /**
     * Agrees, sends back or takes back. What is agreed on is published at once; refuses {@code
     * catalog-changed-meanwhile} when something else was published at the place since it was begun.
     */
    void decide(UUID id, int number, SettingVersion.State outcome, String answer, Actor actor);

    /** Ends it, whatever it has come to; refuses {@code import-over} and {@code item-in-review}. */
    void abort(UUID id, Actor actor);

    /**
     * @param proposal what waits for a second editor, or null
     */
    record ImportMatter(ItemImport state, @Nullable SettingVersion proposal) {}
}
