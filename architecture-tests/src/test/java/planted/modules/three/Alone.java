package planted.modules.three;

class Alone {}
