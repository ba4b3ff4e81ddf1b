@org.jspecify.annotations.NullMarked
package planted.roles.intake.elsewhere;
