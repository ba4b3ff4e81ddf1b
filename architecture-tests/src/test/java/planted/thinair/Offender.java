package planted.thinair;

class Offender {
    java.time.LocalDate today() {
        return java.time.LocalDate.now();
    }
}
