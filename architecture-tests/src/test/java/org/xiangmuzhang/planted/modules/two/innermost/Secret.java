package org.xiangmuzhang.planted.modules.two.innermost;

public class Secret {}
