package org.xiangmuzhang.catalog.adapter.in.rest;

import org.jspecify.annotations.Nullable;
import org.xiangmuzhang.catalog.api.Item;
import org.xiangmuzhang.catalog.api.Stage;
import org.xiangmuzhang.catalog.domain.Department;
import org.xiangmuzhang.catalog.domain.Template;
import org.xiangmuzhang.kernel.TimeLimit;

/** An item in a list. */
record ItemLine(
        String code,
        String version,
        String nameZh,
        String nameEn,
        Stage stage,
        String kind,
        String department,
        String departmentZh,
        String departmentEn,
        @Nullable TimeLimit statutory,
        TimeLimit promised,
        boolean milestone) {

    static ItemLine of(Item item, Template template) {
        Department department = template.department(item.department());
        return new ItemLine(
                item.code(),
                item.version(),
                item.nameZh(),
                item.nameEn(),
                item.stage(),
                item.kind(),
                department.code(),
                department.nameZh(),
                department.nameEn(),
                item.statutory(),
                item.promised(),
                item.milestone());
    }
}
