R=/tmp/fx/root; export LD_LIBRARY_PATH=$R/usr/lib/x86_64-linux-gnu; export HOME=/tmp/fx/muh
for q in 'COVID-19' '"COVID-19"' 'COVID' '19' 'COVID 19' 'covid*' 'body:COVID-19' '절' 's4' '2-1' '5~10' '발표했다' '알렸다'; do echo "mu $q: $($R/usr/bin/mu find --fields s "$q" 2>&1 | tr '\n' ' ')"; done; xapian-delve -a -1 $HOME/.cache/mu/xapian 2>/dev/null | grep '^B' | tr '\n' ' '
