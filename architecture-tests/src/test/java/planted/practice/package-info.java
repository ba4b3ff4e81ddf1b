@org.jspecify.annotations.NullMarked
package planted.practice;
