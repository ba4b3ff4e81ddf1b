package org.xiangmuzhang.planted.hexagon.adapter;

public class JdbcThings {}
