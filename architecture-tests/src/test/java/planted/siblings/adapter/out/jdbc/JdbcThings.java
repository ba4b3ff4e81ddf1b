package planted.siblings.adapter.out.jdbc;

public class JdbcThings {}
