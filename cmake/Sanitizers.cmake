# SPDX-License-Identifier: Apache-2.0
if(KEEPWELL_SANITIZE)
    add_compile_options(-fsanitize=${KEEPWELL_SANITIZE} -fno-omit-frame-pointer
                        -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${KEEPWELL_SANITIZE})
endif()
