package planted.nulls;

class Offender {}
