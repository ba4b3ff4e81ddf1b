package org.xiangmuzhang.planted.modules.one;

class Nosy {
    final org.xiangmuzhang.planted.modules.two.innermost.Secret secret =
            new org.xiangmuzhang.planted.modules.two.innermost.Secret();
}
