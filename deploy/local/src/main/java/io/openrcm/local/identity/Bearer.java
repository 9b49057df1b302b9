package io.openrcm.local.identity;

import java.io.IOException;

/** Somebody who is signed in: the access token to call with, valid for some seconds at least. */
@FunctionalInterface
public interface Bearer {

    String token() throws IOException, InterruptedException;
}
