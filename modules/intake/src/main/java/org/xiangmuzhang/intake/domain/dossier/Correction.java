package org.xiangmuzhang.intake.domain.dossier;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * 一次性告知: everything that is missing or wrong, told at once and point by point (行政许可法 art. 32).
 *
 * @param suppliedOn the day on which every point was answered, or null
 */
@ValueObject
public record Correction(
        LocalDate on, List<CorrectionPoint> points, UUID remark, @Nullable LocalDate suppliedOn) {

    public Correction {
        points = List.copyOf(points);
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
                today);
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
        return points.stream()
                .anyMatch(point -> point.material().equals(material) && point.renewed());
    }
}
