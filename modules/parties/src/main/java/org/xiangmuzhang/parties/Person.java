package org.xiangmuzhang.parties;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Someone who may sign in. Only this module keeps a person's name, login and phone; everybody else
 * keeps the id.
 *
 * @param login what the issuer calls the person, unique, never reused
 * @param name as it is shown
 * @param phone mobile or fixed, as given
 */
public record Person(UUID id, String login, String name, @Nullable String phone) {}
