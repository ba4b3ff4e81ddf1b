package org.xiangmuzhang.intake.port.in;

import java.io.InputStream;

/** A file to download; the caller closes the content. */
public record Document(String name, String mediaType, long size, InputStream content) {}
