package org.xiangmuzhang.planted.hexagon.domain;

class Offender {
    org.xiangmuzhang.planted.hexagon.adapter.@org.jspecify.annotations.Nullable JdbcThings things;
}
