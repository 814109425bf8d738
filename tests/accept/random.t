#!/bin/sh
# Two thousand random documents through every chain: make check takes the first 120, this 680, make soak the others.
exec "$BUILD/test/random/chains" 680 121
