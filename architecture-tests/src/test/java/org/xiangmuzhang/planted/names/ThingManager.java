package org.xiangmuzhang.planted.names;

class ThingManager {}
