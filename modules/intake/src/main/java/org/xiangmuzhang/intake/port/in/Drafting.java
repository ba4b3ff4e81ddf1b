package org.xiangmuzhang.intake.port.in;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.intake.api.ApplicationView;
import org.xiangmuzhang.intake.port.in.SubmitApplication.AskedItem;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One form, filled in by whoever acts for an enterprise, until it is submitted. */
public interface Drafting {

    /** What the form is for; the region is the caller's without a project. */
    record Begin(
            UUID id,
            @Nullable Region region,
            UUID enterprise,
            @Nullable UUID project,
            List<AskedItem> items) {}

    /**
     * What is written now.
     *
     * @param answers all of them
     * @param confirmed fields that were filled in beforehand and are right
     * @param materials files that are added or replaced
     * @param reuse materials that the enterprise consents to have used again from earlier ones
     */
    record Save(
            Map<String, String> answers,
            Set<String> confirmed,
            List<GivenMaterial> materials,
            Set<String> reuse) {}

    /** A draft in a list. */
    record DraftLine(
            UUID id,
            UUID enterprise,
            @Nullable UUID project,
            String region,
            List<String> items,
            Instant savedAt,
            LocalDate expiresOn) {}

    /**
     * Where a value comes from that nobody typed.
     *
     * @param source PROFILE, PROJECT, DOCUMENT or EARLIER
     * @param reference number of the application, or code of the enterprise or project
     * @param confidence CERTAIN or LIKELY
     * @param confirmedBy who said that it is right, or null
     */
    record SourceLine(
            String field,
            String source,
            String reference,
            String confidence,
            @Nullable UUID confirmedBy,
            @Nullable LocalDate confirmedOn) {}

    /** A material of an earlier application, with the last day on which it may be used again. */
    record OfferLine(
            String material,
            UUID application,
            String number,
            String sha256,
            LocalDate handedInOn,
            LocalDate validUntil) {}

    /** A material that was used again, and who consented to that. */
    record ReuseLine(OfferLine offer, UUID consentedBy, LocalDate consentedOn) {}

    /**
     * How a submitted application was filled in.
     *
     * @param fields of its form
     * @param percent hundredths of them that nobody had to type
     * @param purpose codes of the items for which materials were used again
     */
    record ProvenanceSheet(
            int fields,
            long percent,
            List<SourceLine> prefilled,
            List<ReuseLine> reused,
            List<String> purpose) {}

    /**
     * A field of the form.
     *
     * @param value or null
     * @param source where the value comes from, or null when somebody typed it
     */
    record FieldLine(
            String field,
            String nameZh,
            String nameEn,
            String type,
            @Nullable String value,
            @Nullable SourceLine source) {}

    /**
     * A paper that the items ask for.
     *
     * @param ids the catalog's ids, one for each item that asks for it
     * @param file or null
     * @param offer the latest of an earlier application, also one that is too old; or null
     * @param reused whether the enterprise consented to use it
     * @param asked whether it has to be handed in: it is not here, and nobody consented to reuse
     */
    record PaperLine(
            List<String> ids,
            String nameZh,
            String nameEn,
            boolean required,
            @Nullable UUID file,
            @Nullable String fileName,
            @Nullable OfferLine offer,
            boolean reused,
            boolean asked) {}

    /**
     * The whole form.
     *
     * @param prefilled hundredths of the fields that nobody had to type
     * @param check what the rules would find now
     */
    record DraftSheet(
            UUID id,
            long version,
            String region,
            UUID enterprise,
            String enterpriseName,
            @Nullable UUID project,
            List<AskedItem> items,
            List<FieldLine> fields,
            List<PaperLine> papers,
            long prefilled,
            Instant savedAt,
            LocalDate expiresOn,
            CheckSheet check) {}

    /** Begins one, filled in from the enterprise's profile, earlier matters and documents. */
    DraftSheet begin(Begin wanted, Actor actor);

    DraftSheet draft(UUID id, Actor actor);

    /** Of the actor's enterprise, or of the project that a steward is entrusted with. */
    List<DraftLine> drafts(
            @Nullable UUID enterprise,
            @Nullable UUID project,
            @Nullable UUID after,
            int limit,
            Actor actor);

    /** Of all the projects that a steward is entrusted with. */
    List<DraftLine> entrusted(int limit, Actor actor);

    DraftSheet save(UUID id, Save written, Seen seen, Actor actor);

    void discard(UUID id, Seen seen, Actor actor);

    /**
     * Submits it; the application has the draft's id. Refuses with {@code prefilled-not-confirmed}
     * and {@code reuse-expired}, and as {@link Submitting#submit} does.
     */
    ApplicationView submit(UUID id, Seen seen, Actor actor);

    /** How a submitted application was filled in; empty when not by a draft. */
    Optional<ProvenanceSheet> provenance(UUID application, Actor actor);

    /** Removes drafts whose last day is over; how many. */
    int removeExpired();
}
