package org.xiangmuzhang.planted.siblings.adapter.in.rest;

class Offender {
    org.xiangmuzhang.planted.siblings.adapter.out.jdbc.@org.jspecify.annotations.Nullable JdbcThings
            things;
}
