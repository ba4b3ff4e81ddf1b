package org.xiangmuzhang.planted.outward.application;

public class Conversation {}
