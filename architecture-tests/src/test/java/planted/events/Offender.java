package planted.events;

class Offender implements org.xiangmuzhang.kernel.LoggedEvent {
    @Override
    public java.util.UUID subject() {
        return new java.util.UUID(0, 0);
    }

    @Override
    public org.xiangmuzhang.kernel.Region region() {
        return org.xiangmuzhang.kernel.Region.TEMPLATE;
    }

    @Override
    public java.util.@org.jspecify.annotations.Nullable UUID project() {
        return null;
    }
}
