package planted.siblings.adapter.in.rest;

class Offender {
    planted.siblings.adapter.out.jdbc.@org.jspecify.annotations.Nullable JdbcThings things;
}
