package planted.names;

class ThingManager {}
