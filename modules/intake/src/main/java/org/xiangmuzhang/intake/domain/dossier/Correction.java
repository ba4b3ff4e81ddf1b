package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * 一次性告知: everything that is missing or wrong, told at once and point by point (行政许可法 art. 32).
 *
 * @param suppliedOn the day on which every point was answered, or null
 * @param besides materials that have come or changed since, though it did not name them
 */
@ValueObject
public record Correction(
        LocalDate on,
        List<CorrectionPoint> points,
        UUID remark,
        @Nullable LocalDate suppliedOn,
        Set<String> besides) {

    public Correction {
        points = List.copyOf(points);
        besides = Set.copyOf(besides);
    }

    static Correction told(LocalDate on, List<CorrectionPoint> points, UUID remark) {
        return new Correction(on, points, remark, null, Set.of());
    }

    /** What was told to be missing or wrong. */
    public List<String> materials() {
        return points.stream().map(CorrectionPoint::material).toList();
    }

    /** Every point with its answer. */
    Correction answered(Set<String> handedIn, Map<String, UUID> words, LocalDate today) {
        return new Correction(
                on,
                points.stream()
                        .map(
                                point ->
                                        point.answered(
                                                words.get(point.material()),
                                                handedIn.contains(point.material())))
                        .toList(),
                remark,
                today,
                besides);
    }

    /** The same after these materials have come with a content that was not there before. */
    Correction changed(Set<String> since) {
        Set<String> others = new HashSet<>(besides);
        others.addAll(since);
        materials().forEach(others::remove);
        return new Correction(
                on,
                points.stream()
                        .map(point -> since.contains(point.material()) ? point.anew() : point)
                        .toList(),
                remark,
                suppliedOn,
                others);
    }

    /** What has come since, named or not. */
    public List<String> renewed() {
        return Stream.concat(
                        points.stream()
                                .filter(CorrectionPoint::renewed)
                                .map(CorrectionPoint::material),
                        besides.stream().sorted())
                .toList();
    }

    /** Points without an answer. */
    List<String> open() {
        return points.stream()
                .filter(CorrectionPoint::isOpen)
                .map(CorrectionPoint::material)
                .toList();
    }

    /** Whether nobody could see it when this was told: the material has come since. */
    boolean couldNotName(String material) {
        return renewed().contains(material);
    }
}
