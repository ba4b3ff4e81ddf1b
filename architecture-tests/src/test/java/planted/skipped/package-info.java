@org.jspecify.annotations.NullMarked
package planted.skipped;
