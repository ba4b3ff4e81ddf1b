package planted.hexagon.adapter;

public class JdbcThings {}
