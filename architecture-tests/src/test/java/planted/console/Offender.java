package planted.console;

class Offender {
    void shout() {
        System.out.println("here");
    }
}
