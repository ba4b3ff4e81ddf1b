package org.xiangmuzhang.planted.siblings.adapter.out.jdbc;

public class JdbcThings {}
