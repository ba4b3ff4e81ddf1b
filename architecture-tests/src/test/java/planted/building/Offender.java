package planted.building;

/** An aggregate that holds another aggregate instead of its id. */
@org.jmolecules.ddd.annotation.AggregateRoot
class Offender {

    @org.jmolecules.ddd.annotation.AggregateRoot
    static class Other {
        @org.jmolecules.ddd.annotation.Identity String id = "";
    }

    @org.jmolecules.ddd.annotation.Identity String id = "";
    Other other = new Other();
}
