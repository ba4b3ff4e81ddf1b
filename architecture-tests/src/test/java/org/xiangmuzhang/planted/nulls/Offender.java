package org.xiangmuzhang.planted.nulls;

class Offender {}
