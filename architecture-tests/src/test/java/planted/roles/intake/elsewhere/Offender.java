package planted.roles.intake.elsewhere;

class Offender {}
