package planted.modules.one;

class Nosy {
    final planted.modules.two.innermost.Secret secret = new planted.modules.two.innermost.Secret();
}
