package org.xiangmuzhang.catalog;

import org.xiangmuzhang.catalog.api.Catalog;
import org.xiangmuzhang.catalog.api.Dependency;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.MergedItem;
import org.xiangmuzhang.catalog.api.ProjectType;
import org.xiangmuzhang.kernel.Region;
import org.xiangmuzhang.kernel.WorkingDays;

import java.util.List;
import java.util.Optional;

/** A catalog of nothing but a working calendar, which can be replaced; others say what more. */
public class PlainCatalog implements Catalog {

    private volatile WorkingDays calendar;

    public PlainCatalog(WorkingDays calendar) {
        this.calendar = calendar;
    }

    public final void publish(WorkingDays next) {
        calendar = next;
    }

    @Override
    public Optional<Item> item(Region region, String code) {
        return Optional.empty();
    }

    @Override
    public List<Item> items(Region region) {
        return List.of();
    }

    @Override
    public Optional<ProjectType> projectType(Region region, String code) {
        return Optional.empty();
    }

    @Override
    public List<ProjectType> projectTypes(Region region) {
        return List.of();
    }

    @Override
    public List<Dependency> dependenciesOf(Region region, String item) {
        return List.of();
    }

    @Override
    public List<MergedItem> mergedItems(Region region) {
        return List.of();
    }

    @Override
    public WorkingDays calendar() {
        return calendar;
    }

    @Override
    public String departmentName(String code) {
        return code;
    }

    @Override
    public boolean knows(Region region) {
        return true;
    }

    @Override
    public String regionName(Region region) {
        return region.code();
    }

    @Override
    public boolean knowsIndustry(String code) {
        return code.matches("\\d{2}|[A-T]");
    }
}
