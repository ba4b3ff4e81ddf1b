package planted.framework.domain;

class Offender {
    final org.springframework.context.ApplicationEvent event;

    Offender(org.springframework.context.ApplicationEvent event) {
        this.event = event;
    }
}
