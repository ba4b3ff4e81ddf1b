package planted.hexagon.domain;

class Offender {
    planted.hexagon.adapter.@org.jspecify.annotations.Nullable JdbcThings things;
}
