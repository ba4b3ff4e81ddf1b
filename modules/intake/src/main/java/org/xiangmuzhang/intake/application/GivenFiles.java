package org.xiangmuzhang.intake.application;

import org.springframework.stereotype.Component;
import org.xiangmuzhang.files.Files;
import org.xiangmuzhang.files.StoredFile;
import org.xiangmuzhang.intake.domain.dossier.SuppliedMaterial;
import org.xiangmuzhang.intake.port.in.GivenMaterial;
import org.xiangmuzhang.kernel.Actor;
import org.xiangmuzhang.kernel.Refusal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The uploaded files that someone hands in: its own, or its enterprise's, and no others. */
@Component
class GivenFiles {

    private final Files files;

    GivenFiles(Files files) {
        this.files = files;
    }

    List<SuppliedMaterial> materials(
            List<GivenMaterial> given, UUID enterprise, Set<String> asked, Actor actor) {
        List<SuppliedMaterial> supplied = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<UUID, StoredFile> known =
                files.byIds(given.stream().map(GivenMaterial::file).distinct().toList());
        for (int i = 0; i < given.size(); i++) {
            String material = given.get(i).material();
            String pointer = "/materials/" + i;
            if (!asked.contains(material)) {
                throw Refusal.invalid("material-unknown", pointer + "/material", material);
            }
            if (!seen.add(material)) {
                throw Refusal.invalid("material-twice", pointer + "/material", material);
            }
            UUID id = given.get(i).file();
            StoredFile file = known.get(id);
            if (file == null || !file.mayBeUsedBy(actor, enterprise)) {
                throw notYours(pointer + "/file", id);
            }
            supplied.add(new SuppliedMaterial(material, file.id(), file.sha256()));
        }
        files.use(known.keySet());
        return supplied;
    }

    /** The enterprise's own file, or one that the actor uploaded. */
    StoredFile check(UUID id, UUID enterprise, Actor actor, String pointer) {
        StoredFile found =
                files.byId(id)
                        .filter(file -> file.mayBeUsedBy(actor, enterprise))
                        .orElseThrow(() -> notYours(pointer, id));
        files.use(List.of(id));
        return found;
    }

    /** A result that an official uploaded. */
    StoredFile result(UUID id, Actor actor) {
        StoredFile found =
                files.byId(id)
                        .filter(file -> actor.person().equals(file.uploadedBy()))
                        .orElseThrow(() -> notYours("/document", id));
        files.use(List.of(id));
        return found;
    }

    private static Refusal notYours(String pointer, UUID id) {
        return Refusal.invalid("file-not-yours", pointer, id);
    }
}
